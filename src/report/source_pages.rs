//! The publisher's own page of a source that is named in a text.

/// How sources begin, and where their publisher has them. The longer of two beginnings stands in front.
const PAGES: [(&str, &str); 37] = [
    ("AWS whitepaper", "https://docs.aws.amazon.com/whitepapers/latest/best-practices-wordpress/welcome.html"),
    (
        "Amazon CloudFront Developer Guide, paying for file invalidation",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PayingForInvalidation.html",
    ),
    (
        "Amazon CloudFront Developer Guide",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html",
    ),
    ("Amazon CloudFront pricing", "https://aws.amazon.com/cloudfront/pricing/"),
    (
        "Elastic Load Balancing User Guide",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html",
    ),
    (
        "Amazon EC2 Auto Scaling User Guide",
        "https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html",
    ),
    ("EC2 User Guide", "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html"),
    ("EBS User Guide", "https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html"),
    (
        "Amazon RDS User Guide, Extended Support",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
    ),
    ("Amazon RDS for MySQL pricing", "https://aws.amazon.com/rds/mysql/pricing/"),
    ("Amazon RDS User Guide", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html"),
    (
        "AWS WAF Developer Guide, rate-based rules",
        "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html",
    ),
    (
        "AWS Prescriptive Guidance, backup and recovery",
        "https://docs.aws.amazon.com/prescriptive-guidance/latest/backup-recovery/welcome.html",
    ),
    (
        "Amazon Lightsail User Guide, automatic snapshots",
        "https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-automatic-snapshots.html",
    ),
    (
        "Amazon Lightsail User Guide",
        "https://docs.aws.amazon.com/lightsail/latest/userguide/what-is-amazon-lightsail.html",
    ),
    (
        "WordPress Advanced Administration Handbook, brute force attacks",
        "https://developer.wordpress.org/advanced-administration/security/brute-force/",
    ),
    ("PHP manual, FastCGI Process Manager", "https://www.php.net/manual/en/install.fpm.configuration.php"),
    (
        "MySQL 8.4 Reference Manual, InnoDB buffer pool",
        "https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool.html",
    ),
    (
        "Cloudflare documentation, protect your origin server",
        "https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/",
    ),
    ("RDS", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html"),
    ("AWS post-event summaries", "https://aws.amazon.com/premiumsupport/technology/pes/"),
    ("Amazon S3 pricing", "https://aws.amazon.com/s3/pricing/"),
    ("Amazon S3 and CloudFront service level agreements", "https://aws.amazon.com/s3/sla/"),
    ("readme of humanmade/S3-Uploads", "https://github.com/humanmade/S3-Uploads"),
    ("Amazon VPC pricing", "https://aws.amazon.com/vpc/pricing/"),
    (
        "Amazon Lightsail user guide",
        "https://docs.aws.amazon.com/lightsail/latest/userguide/what-is-amazon-lightsail.html",
    ),
    ("AWS General Reference, Amazon Lightsail", "https://docs.aws.amazon.com/general/latest/gr/lightsail.html"),
    ("Amazon ECS Developer Guide", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/Welcome.html"),
    ("AWS Lightsail database SLA", "https://aws.amazon.com/lightsail/sla/"),
    ("AWS price list", "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html"),
    ("aws-samples/aws-refarch-wordpress", "https://github.com/aws-samples/aws-refarch-wordpress/issues"),
    ("php.net, supported versions", "https://www.php.net/supported-versions.php"),
    (
        "WordPress documentation of DISALLOW_FILE_MODS",
        "https://developer.wordpress.org/advanced-administration/wordpress/wp-config/",
    ),
    (
        "Google Search Central, faceted navigation",
        "https://developers.google.com/search/docs/crawling-indexing/crawling-managing-faceted-navigation",
    ),
    (
        "euro foreign exchange reference rates",
        "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
    ),
    ("Kinsta, WP Engine and Pressable", "https://kinsta.com/pricing/"),
    (
        "boot times measured by daemonology.net",
        "https://www.daemonology.net/blog/2021-08-12-EC2-boot-time-benchmarking.html",
    ),
];

/// The sources of a text, `AWS whitepaper, Shared Storage; your answers`, each with its page where it has one.
pub fn source_pages(text: &str) -> Vec<(&str, Option<&'static str>)> {
    let page = |source: &str| PAGES.iter().find(|(begins, _)| source.starts_with(begins)).map(|(_, page)| *page);
    text.split("; ").map(|source| (source, page(source))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, catalog::Catalog, questionnaire::PRESETS};

    #[test]
    fn each_source_of_several_has_its_own_page() {
        let found = source_pages("AWS whitepaper, Shared Storage; your answers");
        assert!(found[0].1.is_some_and(|page| page.contains("best-practices-wordpress")));
        assert_eq!(found[1], ("your answers", None));
        for (at, (begins, page)) in PAGES.iter().enumerate() {
            assert!(page.starts_with("https://"), "{page}");
            let hidden = PAGES[..at].iter().find(|(earlier, _)| begins.starts_with(earlier));
            assert_eq!(hidden, None, "{begins} is never found");
        }
    }

    /// A source that names a publisher's page without having one would be a dead end: those are listed here.
    #[test]
    fn what_the_presets_cite_is_known() {
        let mut unknown = std::collections::BTreeSet::new();
        for preset in PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            let cited = advice.findings.iter().map(|finding| finding.source.to_owned());
            let missed =
                advice.standings.iter().flat_map(|standing| standing.ruled_out.iter().map(|out| out.source.to_owned()));
            for source in cited.chain(missed) {
                let without = source_pages(&source).into_iter().filter(|(_, page)| page.is_none());
                unknown.extend(without.map(|(source, _)| source.to_owned()));
            }
        }
        let named = unknown.iter().filter(|source| source.contains("Guide") || source.contains("pricing"));
        assert_eq!(named.collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
