//! Line pictograms drawn for this project, on a square of 24 × 24: what a part is, at a glance.

/// A pictogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Glyph {
    /// Two people.
    People,
    /// A signpost: where a name leads.
    Signpost,
    /// A globe: close to every reader.
    Globe,
    /// A bucket of objects.
    Bucket,
    /// An arched gate.
    Gate,
    /// One way that forks into three.
    Fork,
    /// An arrow out of a box.
    WayOut,
    /// A key.
    Key,
    /// A server.
    Server,
    /// A server with a folder on it.
    FileServer,
    /// Bricks.
    Bricks,
    /// A flask: where things are tried.
    Flask,
    /// A box that holds everything.
    Box,
    /// A rack of a data centre.
    Rack,
    /// A lightning bolt: fast memory.
    Bolt,
    /// A database.
    Cylinder,
    /// A database that is read.
    CylinderRead,
    /// A database that waits.
    CylinderWaiting,
    /// A folder many share.
    SharedFolder,
    /// A plug.
    Plug,
    /// A branch of a repository.
    Branch,
    /// Stages one after the other.
    Pipeline,
    /// A gear.
    Gear,
    /// A disc.
    Disc,
    /// A clock turned back.
    Rewind,
    /// A cloud.
    Cloud,
    /// A flag.
    Flag,
    /// A closed padlock.
    Locked,
    /// An open padlock.
    Unlocked,
    /// Arrows that spread.
    Spread,
    /// Arrows one after the other.
    Chevrons,
    /// A building.
    Building,
}

impl Glyph {
    /// All of them.
    pub const ALL: [Self; 32] = [
        Self::People,
        Self::Signpost,
        Self::Globe,
        Self::Bucket,
        Self::Gate,
        Self::Fork,
        Self::WayOut,
        Self::Key,
        Self::Server,
        Self::FileServer,
        Self::Bricks,
        Self::Flask,
        Self::Box,
        Self::Rack,
        Self::Bolt,
        Self::Cylinder,
        Self::CylinderRead,
        Self::CylinderWaiting,
        Self::SharedFolder,
        Self::Plug,
        Self::Branch,
        Self::Pipeline,
        Self::Gear,
        Self::Disc,
        Self::Rewind,
        Self::Cloud,
        Self::Flag,
        Self::Locked,
        Self::Unlocked,
        Self::Spread,
        Self::Chevrons,
        Self::Building,
    ];

    /// The strokes as SVG path data on 24 × 24, to be drawn 1.75 wide with round caps and joins and without a fill.
    pub const fn path(self) -> &'static str {
        match self {
            Self::People => {
                "M12.5 7.75a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 19.5c0-3.4 2.8-5.5 6.5-5.5s6.5 2.1 6.5 5.5\
                 M15.5 4.6a3.3 3.3 0 0 1 0 6.3M18 14.6c2.2.7 3.5 2.4 3.5 4.9"
            }
            Self::Signpost => {
                "M12 2.5v2M5 4.5h11.2l2.8 2.75-2.8 2.75H5zM12 10v2.5M19 12.5H7.8L5 15.25 7.8 18H19zM12 18v3.5"
            }
            Self::Globe => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9s-1.3 6.5-3.8 9\
                 c-2.5-2.5-3.8-5.5-3.8-9S9.5 5.5 12 3z"
            }
            Self::Bucket => {
                "M20 6c0 1.66-3.6 3-8 3S4 7.66 4 6s3.6-3 8-3 8 1.34 8 3zM4 6l2 12.6C6.2 20 8.8 21 12 21s5.8-1 6-2.4L20 6"
            }
            Self::Gate => "M2.5 21h19M4.5 21V10.5a7.5 7.5 0 0 1 15 0V21M9 21v-9.5a3 3 0 0 1 6 0V21",
            Self::Fork => {
                "M2.5 12h14M8 12c3.5 0 2.5-6.75 6-6.75h2.5M8 12c3.5 0 2.5 6.75 6 6.75h2.5\
                 M21 5.25a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0zM21 12a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0z\
                 M21 18.75a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0z"
            }
            Self::WayOut => {
                "M14.5 7V5.5a2 2 0 0 0-2-2H5.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2V17M8.5 12H21M17.5 8.5 21 12l-3.5 3.5"
            }
            Self::Key => {
                "M12 16a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.7 12.8 20 3.5M16.5 7l3.5 3.5M13.3 10.2l2.2 2.2"
            }
            Self::Server => {
                "M5.5 3.5h13a2 2 0 0 1 2 2v3.25a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V5.5a2 2 0 0 1 2-2z\
                 M5.5 13.25h13a2 2 0 0 1 2 2v3.25a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-3.25a2 2 0 0 1 2-2z\
                 M7.5 7.125h.01M7.5 16.875h.01M12 7.125h5M12 16.875h5"
            }
            Self::FileServer => {
                "M5.5 14.5h13a2 2 0 0 1 2 2v2a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-2a2 2 0 0 1 2-2zM7.5 17.5h.01M12 17.5h5\
                 M5.5 11V5A1.5 1.5 0 0 1 7 3.5h3.2l2 2.2H17A1.5 1.5 0 0 1 18.5 7.2V11z"
            }
            Self::Bricks => "M3.5 4.5h17v15h-17zM3.5 9.5h17M3.5 14.5h17M12 4.5v5M7.5 9.5v5M16.5 9.5v5M12 14.5v5",
            Self::Flask => "M8.5 3h7M10 3v6.5L4.8 18a2.1 2.1 0 0 0 1.8 3h10.8a2.1 2.1 0 0 0 1.8-3L14 9.5V3M7.5 15h9",
            Self::Box => "M12 2.8l8 4.6v9.2l-8 4.6-8-4.6V7.4zM4.2 7.5 12 12l7.8-4.5M12 12v9M8 5.1l7.9 4.6",
            Self::Rack => {
                "M6.5 2.5h11A1.5 1.5 0 0 1 19 4v16a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 20V4a1.5 1.5 0 0 1 1.5-1.5z\
                 M5 8.8h14M5 15.2h14M8.5 5.7h.01M8.5 12h.01M8.5 18.4h.01M12 5.7h3.5M12 12h3.5M12 18.4h3.5"
            }
            Self::Bolt => "M13.5 2.5 5 13.5h6L10.5 21.5 19 10.5h-6z",
            Self::Cylinder => {
                "M19.5 5.5c0 1.66-3.36 3-7.5 3s-7.5-1.34-7.5-3 3.36-3 7.5-3 7.5 1.34 7.5 3z\
                 M4.5 5.5v13c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3v-13M4.5 12c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3"
            }
            Self::CylinderRead => {
                "M19.5 5.5c0 1.66-3.36 3-7.5 3s-7.5-1.34-7.5-3 3.36-3 7.5-3 7.5 1.34 7.5 3z\
                 M4.5 5.5v13c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3v-13M8.5 14.5c1-1.5 2.2-2.2 3.5-2.2s2.5.7 3.5 2.2\
                 c-1 1.5-2.2 2.2-3.5 2.2s-2.5-.7-3.5-2.2z"
            }
            Self::CylinderWaiting => {
                "M19.5 5.5c0 1.66-3.36 3-7.5 3s-7.5-1.34-7.5-3 3.36-3 7.5-3 7.5 1.34 7.5 3z\
                 M4.5 5.5v13c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3v-13M10.25 12.3v4.2M13.75 12.3v4.2"
            }
            Self::SharedFolder => {
                "M3 18V6a1.75 1.75 0 0 1 1.75-1.75h4.4l2.3 2.5h7.8A1.75 1.75 0 0 1 21 8.5V18a1.75 1.75 0 0 1-1.75 1.75H4.75\
                 A1.75 1.75 0 0 1 3 18zM8 11.25h8M14 9.25l2 2-2 2M16 15.5H8M10 13.5l-2 2 2 2"
            }
            Self::Plug => "M9 2.5v5M15 2.5v5M6 7.5h12v4.25a6 6 0 0 1-12 0zM12 17.75v3.75",
            Self::Branch => {
                "M9.25 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM9.25 18.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z\
                 M19.75 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM6.75 8v8M17.25 10.5c0 3.5-4 4.3-8.3 6.8"
            }
            Self::Pipeline => "M2.5 8h5v8h-5zM7.5 12h3M10.5 8h5v8h-5zM15.5 12h6M18.5 9l3 3-3 3",
            Self::Gear => {
                "M15.25 12a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0z\
                 M10 5.4 10.1 2.8h3.8L14 5.4l1.2.5 2-1.7 2.6 2.6-1.7 2 .5 1.2 2.6.1v3.8l-2.6.1-.5 1.2 1.7 2-2.6 2.6-2-1.7-1.2.5\
                 -.1 2.6h-3.8L10 18.6l-1.2-.5-2 1.7-2.6-2.6 1.7-2-.5-1.2-2.6-.1v-3.8l2.6-.1.5-1.2-1.7-2 2.6-2.6 2 1.7z"
            }
            Self::Disc => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM6.5 12A5.5 5.5 0 0 1 12 6.5"
            }
            Self::Rewind => "M3.5 4v5h5M4.2 9a8.75 8.75 0 1 1-.9 4.5M12 7.5V12l3.25 2",
            Self::Cloud => "M7 18.5a4.5 4.5 0 0 1-.5-8.97A6 6 0 0 1 18 10.3a4.13 4.13 0 0 1-.5 8.2z",
            Self::Flag => "M6 21.5V3M6 4h12l-3 3.75 3 3.75H6",
            Self::Locked => {
                "M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V7.5a4 4 0 0 1 8 0v3"
            }
            Self::Unlocked => {
                "M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V6.5a4 4 0 0 1 7.5-1.9"
            }
            Self::Spread => "M14 4h6v6M20 4l-6.5 6.5M10 20H4v-6M4 20l6.5-6.5",
            Self::Chevrons => "M5 5l6.5 7L5 19M12.5 5l6.5 7-6.5 7",
            Self::Building => {
                "M5 21V4.5A1.5 1.5 0 0 1 6.5 3h11A1.5 1.5 0 0 1 19 4.5V21M3 21h18M9 7.5h1.5M13.5 7.5H15M9 12h1.5M13.5 12H15M10.5 21v-4.5h3V21"
            }
        }
    }
}
