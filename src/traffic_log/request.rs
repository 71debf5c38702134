//! What a request is for, by its path: a page, a file, or one of WordPress's entrances.

use super::line::Method;

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing that could be read: an empty request, bytes of TLS, `CONNECT`.
    Nothing,
    /// A file for a page: style, script, image, font, media, document.
    Asset,
    /// Perhaps a page: no ending, or one of a page.
    Page,
    /// A page of the administration.
    Admin,
    /// Asked for by a page already shown: admin-ajax, wc-ajax, the REST API.
    Background,
    /// WordPress's own timer.
    Cron,
    /// wp-login.php.
    Login,
    /// xmlrpc.php.
    Xmlrpc,
    /// A comment.
    Comment,
    /// A feed, a site map, robots.txt.
    Feed,
    /// Something else below wp-content or wp-includes, or of an ending that is no page's.
    Other,
}

/// A path as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) kind: Kind,
    /// Whether its answer may be kept for others.
    pub(super) caching: Caching,
    /// What is tried on sites one does not know: lists of users, files that hold secrets, scripts that others left.
    pub(super) purpose: Purpose,
}

/// Whether a path lets a cache keep its answer for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caching {
    May,
    /// It is a cart, an account, the administration, or has a query of its own.
    MustNot,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Use,
    /// Asking who has an account.
    Users,
    /// A script or a hidden file by its name; suspicious where it is not there.
    Script,
}

/// Takes a target apart.
pub(super) fn understand(target: &[u8], apart: Option<&[u8]>) -> Request {
    let target = relative(target);
    let (path, query) = match (memchr::memchr(b'?', target), apart) {
        (_, Some(query)) => (target, query),
        (Some(mark), None) => (&target[..mark], &target[mark + 1..]),
        (None, None) => (target, &[][..]),
    };
    if path.first() != Some(&b'/') {
        return Request { kind: Kind::Nothing, caching: Caching::May, purpose: Purpose::Use };
    }
    let last = path.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    let ending = memchr::memrchr(b'.', last).map_or(&[][..], |dot| &last[dot + 1..]);
    let mut lower = [0; 11];
    let ending = match lower.get_mut(..ending.len()) {
        Some(lower) => {
            lower.copy_from_slice(ending);
            lower.make_ascii_lowercase();
            &*lower
        }
        None => ending,
    };
    if is_asset(ending) && !last.eq_ignore_ascii_case(b"robots.txt") {
        return Request { kind: Kind::Asset, caching: Caching::May, purpose: Purpose::Use };
    }
    let mut request = segments(path, ending);
    if !matches!(query, b"" | b"-") {
        for pair in query.split(|byte| *byte == b'&') {
            let end = memchr::memchr(b'=', pair).unwrap_or(pair.len());
            ask(&mut request, &pair[..end], pair.get(end + 1..).unwrap_or_default());
        }
    }
    request
}

/// The path of an absolute address.
fn relative(target: &[u8]) -> &[u8] {
    let Some(colon) = target.windows(3).take(6).position(|three| three == b"://") else { return target };
    let rest = &target[colon + 3..];
    memchr::memchr2(b'/', b'?', rest).map_or(b"/", |slash| &rest[slash..])
}

/// What the parts of a path say, at any depth: WordPress may be installed below the root, and `//` is one slash.
fn segments(path: &[u8], ending: &[u8]) -> Request {
    let mut kind = None;
    let mut caching = Caching::May;
    let mut purpose = Purpose::Use;
    let mut rest = false;
    for part in path.split(|byte| *byte == b'/').filter(|part| !part.is_empty()) {
        let found = match part {
            b"xmlrpc.php" => Kind::Xmlrpc,
            b"wp-login.php" => Kind::Login,
            b"wp-cron.php" => Kind::Cron,
            b"wp-comments-post.php" => Kind::Comment,
            b"admin-ajax.php" | b"wp-json" => Kind::Background,
            b"wp-admin" => Kind::Admin,
            b"wp-content" | b"wp-includes" => Kind::Other,
            b"feed" | b"rss" | b"rss2" | b"atom" | b"robots.txt" => Kind::Feed,
            b".well-known" => Kind::Other,
            b"cart" | b"checkout" | b"my-account" => {
                caching = Caching::MustNot;
                continue;
            }
            b"users" if rest => {
                purpose = Purpose::Users;
                continue;
            }
            _ if part.first() == Some(&b'.') => {
                purpose = Purpose::Script;
                continue;
            }
            _ if memchr::memmem::find(part, b"sitemap").is_some() => Kind::Feed,
            _ => continue,
        };
        rest = rest || part == b"wp-json";
        // admin-ajax.php stands below wp-admin; otherwise the first word decides.
        if kind.is_none() || found == Kind::Background {
            kind = Some(found);
        }
    }
    let by_ending = if is_page(ending) { Kind::Page } else { Kind::Other };
    let kind = kind.unwrap_or(by_ending);
    let is_script = ending == b"php" && !path.ends_with(b"/index.php");
    if purpose == Purpose::Use && is_script && matches!(kind, Kind::Page | Kind::Other) {
        purpose = Purpose::Script;
    }
    // `/wp-admin/admin-ajax.php` is personal as all below wp-admin; the REST API is not by its path.
    let personal = match kind {
        Kind::Admin | Kind::Login | Kind::Cron | Kind::Xmlrpc | Kind::Comment => true,
        Kind::Background => !rest,
        Kind::Nothing | Kind::Asset | Kind::Page | Kind::Feed | Kind::Other => false,
    };
    Request { kind, caching: if personal { Caching::MustNot } else { caching }, purpose }
}

/// What a key of the query says.
fn ask(request: &mut Request, key: &[u8], value: &[u8]) {
    if key.is_empty() || is_tracking(key) {
        return;
    }
    request.caching = Caching::MustNot;
    match key {
        b"feed" => request.kind = Kind::Feed,
        b"rest_route" => {
            request.kind = Kind::Background;
            if value.ends_with(b"users") || memchr::memmem::find(value, b"/users").is_some() {
                request.purpose = Purpose::Users;
            }
        }
        b"wc-ajax" => request.kind = Kind::Background,
        b"author" if value.iter().all(u8::is_ascii_digit) => request.purpose = Purpose::Users,
        _ => {}
    }
}

/// Whether an ending, in lower case, is that of a file for a page.
fn is_asset(ending: &[u8]) -> bool {
    matches!(
        ending,
        b"css"
            | b"js"
            | b"mjs"
            | b"map"
            | b"jpg"
            | b"jpeg"
            | b"png"
            | b"gif"
            | b"webp"
            | b"avif"
            | b"svg"
            | b"ico"
            | b"bmp"
            | b"tif"
            | b"tiff"
            | b"apng"
            | b"heic"
            | b"jfif"
            | b"cur"
            | b"woff"
            | b"woff2"
            | b"ttf"
            | b"otf"
            | b"eot"
            | b"mp3"
            | b"mp4"
            | b"m4a"
            | b"m4v"
            | b"webm"
            | b"ogg"
            | b"ogv"
            | b"oga"
            | b"opus"
            | b"wav"
            | b"mov"
            | b"avi"
            | b"flv"
            | b"swf"
            | b"mkv"
            | b"aac"
            | b"flac"
            | b"wmv"
            | b"mpg"
            | b"mpeg"
            | b"pdf"
            | b"zip"
            | b"gz"
            | b"tar"
            | b"tgz"
            | b"rar"
            | b"7z"
            | b"bz2"
            | b"xz"
            | b"doc"
            | b"docx"
            | b"xls"
            | b"xlsx"
            | b"ppt"
            | b"pptx"
            | b"odt"
            | b"ods"
            | b"odp"
            | b"rtf"
            | b"csv"
            | b"txt"
            | b"json"
            | b"wasm"
            | b"epub"
            | b"psd"
            | b"vtt"
            | b"webmanifest"
    )
}

/// Whether an ending is that of a page.
fn is_page(ending: &[u8]) -> bool {
    matches!(ending, b"" | b"html" | b"htm" | b"php" | b"asp" | b"aspx" | b"jsp" | b"cgi")
}

/// Whether campaigns and search engines add a key to the query: the page is the same without it.
fn is_tracking(key: &[u8]) -> bool {
    key.starts_with(b"utm_")
        || key.starts_with(b"gad_")
        || matches!(
            key,
            b"gclid"
                | b"gbraid"
                | b"wbraid"
                | b"fbclid"
                | b"msclkid"
                | b"ttclid"
                | b"igshid"
                | b"mc_cid"
                | b"mc_eid"
                | b"srsltid"
                | b"yclid"
                | b"_ga"
                | b"_gl"
                | b"dclid"
        )
}

impl Request {
    /// Whether no cache may answer it for others.
    pub(super) fn must_not_be_cached(self, method: Method) -> bool {
        match method {
            Method::Post | Method::Other | Method::None => true,
            Method::Get | Method::Head => self.kind != Kind::Asset && self.caching == Caching::MustNot,
        }
    }

    /// Whether it looks like an attack: a log-in tried, accounts asked for, scripts and secrets looked for that are not there.
    pub(super) fn is_attack(self, method: Method, status: u16) -> bool {
        match self.kind {
            Kind::Xmlrpc | Kind::Login => method == Method::Post,
            Kind::Nothing | Kind::Asset | Kind::Cron | Kind::Comment | Kind::Feed | Kind::Admin => false,
            Kind::Page | Kind::Background | Kind::Other => match self.purpose {
                Purpose::Use => false,
                Purpose::Users => true,
                Purpose::Script => matches!(status, 400 | 403 | 404 | 405 | 410),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(target: &str) -> Kind {
        understand(target.as_bytes(), None).kind
    }

    #[test]
    fn paths_lead_where_wordpress_leads_them() {
        for (target, wanted) in [
            ("/", Kind::Page),
            ("/2013/09/a-post/", Kind::Page),
            ("/index.php?p=3", Kind::Page),
            ("http://example.org:443/p", Kind::Page),
            ("https://example.org", Kind::Page),
            ("//xmlrpc.php", Kind::Xmlrpc),
            ("/blog/wp-login.php", Kind::Login),
            ("/wp-admin/", Kind::Admin),
            ("/wp-admin/admin-ajax.php", Kind::Background),
            ("/wp-admin/css/forms.css?ver=6", Kind::Asset),
            ("/index.php/wp-json/wp/v2/posts", Kind::Background),
            ("/?rest_route=/wp/v2/users", Kind::Background),
            ("/?feed=rss2", Kind::Feed),
            ("/feed/", Kind::Feed),
            ("/wp-sitemap.xml", Kind::Feed),
            ("/robots.txt", Kind::Feed),
            ("/wp-content/uploads/a.JPG", Kind::Asset),
            ("/wp-content/plugins/x/y.php", Kind::Other),
            ("/a.xml", Kind::Other),
            ("*", Kind::Nothing),
            ("example.org:443", Kind::Nothing),
            ("", Kind::Nothing),
        ] {
            assert_eq!(kind(target), wanted, "{target}");
        }
    }

    #[test]
    fn what_is_personal_or_asks_something_must_not_be_cached() {
        let must_not = |target: &str| understand(target.as_bytes(), None).must_not_be_cached(Method::Get);
        for target in [
            "/cart/",
            "/de/checkout/x",
            "/my-account",
            "/?s=word",
            "/wp-admin/",
            "/wp-cron.php",
            "/?preview=true",
            "/p?utm_source=a&lang=de",
        ] {
            assert!(must_not(target), "{target}");
        }
        for target in ["/", "/p?utm_source=a&gclid=b", "/a.css?ver=6.0.3", "/carts/", "/wp-json/oembed", "/feed/"] {
            assert!(!must_not(target), "{target}");
        }
        assert!(understand(b"/", None).must_not_be_cached(Method::Post));
    }

    #[test]
    fn attacks_are_known_by_what_they_try() {
        let attack = |target: &str, method, status| understand(target.as_bytes(), None).is_attack(method, status);
        assert!(attack("//xmlrpc.php", Method::Post, 200) && !attack("/xmlrpc.php", Method::Get, 405));
        assert!(attack("/wp-login.php", Method::Post, 200) && !attack("/wp-login.php", Method::Get, 200));
        assert!(attack("/wp-json/wp/v2/users", Method::Get, 200) && attack("/?author=1", Method::Get, 301));
        assert!(attack("/shell.php", Method::Get, 404) && attack("/.env", Method::Get, 403));
        assert!(!attack("/index.php", Method::Get, 404) && !attack("/a-post/", Method::Get, 404));
    }

    #[test]
    fn a_query_in_a_column_of_its_own_is_the_same() {
        assert_eq!(understand(b"/", Some(b"s=word")), understand(b"/?s=word", None));
        assert_eq!(understand(b"/", Some(b"-")), understand(b"/", None));
    }
}
