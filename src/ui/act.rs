use yew::Callback;

use crate::session::Action;

/// Takes what the reader does. The one handed down by the page is the same for ever, so that components which hold it
/// compare equal.
pub(crate) type Act = Callback<Action>;
