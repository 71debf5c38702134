//! Forms whose designs differ in nothing but how the webroot reaches the servers: one answer to what is to be built, and a
//! second question which of the two.

use crate::{decision::Standing, options::Files};

/// What two siblings have in common, as a noun phrase; none for forms that keep the webroot in a way of their own.
const fn family(files: Files) -> Option<&'static str> {
    match files {
        Files::Git | Files::Image => Some("several servers, each with its own copy of the site"),
        Files::OnServer | Files::OnEach | Files::Efs | Files::FileServer | Files::Gluster | Files::Container => None,
    }
}

/// What two options have in common where they differ in nothing but how the webroot reaches the servers.
pub fn siblings(one: &Standing, other: &Standing) -> Option<&'static str> {
    let (a, b) = (&one.assessment, &other.assessment);
    let alike = a.hosting.id != b.hosting.id
        && a.hosting.ground == b.hosting.ground
        && a.design == b.design
        && a.sizes.sku == b.sizes.sku
        && a.sizes.fleet == b.sizes.fleet
        && a.sizes.database == b.sizes.database
        && a.sizes.node == b.sizes.node;
    family(a.hosting.files).filter(|common| alike && family(b.hosting.files) == Some(common))
}

#[cfg(test)]
mod tests {
    use crate::{
        advice::{advise, siblings},
        catalog::Catalog,
        questionnaire::preset,
    };

    #[test]
    fn servers_with_a_webroot_of_their_own_are_siblings_and_one_verdict() {
        let advice = advise(&(preset("shop").unwrap().answers)(), &Catalog::bundled());
        let [git, image, efs] = ["git", "golden-image", "efs"].map(|id| advice.option(id).unwrap());
        assert_eq!(siblings(git, image), Some("several servers, each with its own copy of the site"));
        assert_eq!(siblings(image, git), siblings(git, image));
        assert_eq!((siblings(git, git), siblings(git, efs)), (None, None));
        let verdict = &advice.headline.verdict;
        assert!(
            verdict.starts_with("Recommended: several servers, each with its own copy of the site, $"),
            "{verdict}"
        );
        let reason = &advice.headline.reason;
        assert!(reason.starts_with("How the site reaches them decides between "), "{reason}");
        assert!(!reason.contains("tie"), "{reason}");
    }

    #[test]
    fn a_sibling_that_is_better_in_nothing_shares_no_verdict() {
        for preset in crate::questionnaire::PRESETS {
            let headline = advise(&(preset.answers)(), &Catalog::bundled()).headline;
            let is_shared = headline.verdict.contains("several servers, each");
            assert_eq!(headline.reason.starts_with("How the site reaches them"), is_shared, "{headline:?}");
        }
    }
}
