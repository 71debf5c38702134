use super::quantity::quantity;

quantity! {
    /// A number of requests, page views or visits: things counted one by one.
    Requests
}
