//! The founding article's thought experiment: two web servers behind a load balancer, and a theme installed in wp-admin.
//!
//! The load balancer happens to send the administrator to server A. WordPress writes the theme's files there, and writes
//! into the database, which both servers share, that the theme is active. What a reader sees then depends on the server.

use crate::architecture::Webroot;

/// One of the two servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// The one wp-admin ran on.
    A,
    /// The other.
    B,
}

/// What a request gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sees {
    /// The page, in the new theme.
    NewTheme,
    /// The page, in the old theme: nothing was installed.
    OldTheme,
    /// A blank page or an error: the database names a theme whose files are not there.
    Broken,
}

/// One request after the theme was activated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The server the load balancer picked.
    pub server: Server,
    /// What came back.
    pub sees: Sees,
}

/// Who may write to the webroot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// WordPress, as it is installed.
    Allowed,
    /// Nobody (`DISALLOW_FILE_MODS`), as where the webroot comes from an image or from version control.
    Forbidden,
}

/// What so many requests see, one after the other; the load balancer takes turns, beginning with server A.
pub fn two_servers(webroot: Webroot, writing: Writing, requests: usize) -> Vec<Visit> {
    let on_b = match (writing, webroot) {
        (Writing::Forbidden, _) => Sees::OldTheme,
        (Writing::Allowed, Webroot::Local) => Sees::Broken,
        (Writing::Allowed, Webroot::Efs(_) | Webroot::Nfs | Webroot::Gluster) => Sees::NewTheme,
    };
    let on_a = match writing {
        Writing::Forbidden => Sees::OldTheme,
        Writing::Allowed => Sees::NewTheme,
    };
    let turn = |turn: usize| match turn % 2 {
        0 => Visit { server: Server::A, sees: on_a },
        _ => Visit { server: Server::B, sees: on_b },
    };
    (0..requests).map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::architecture::EfsThroughput;

    #[test]
    fn every_other_reader_sees_a_broken_page_where_each_server_has_files_of_its_own() {
        let seen: Vec<Sees> = two_servers(Webroot::Local, Writing::Allowed, 4).iter().map(|visit| visit.sees).collect();
        assert_eq!(seen, [Sees::NewTheme, Sees::Broken, Sees::NewTheme, Sees::Broken]);
    }

    #[test]
    fn a_shared_webroot_shows_the_theme_everywhere_and_a_read_only_one_nowhere() {
        for webroot in [Webroot::Efs(EfsThroughput::Elastic), Webroot::Nfs, Webroot::Gluster] {
            assert!(two_servers(webroot, Writing::Allowed, 6).iter().all(|visit| visit.sees == Sees::NewTheme));
        }
        assert!(two_servers(Webroot::Local, Writing::Forbidden, 6).iter().all(|visit| visit.sees == Sees::OldTheme));
    }
}
