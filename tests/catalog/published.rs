//! Figures as they are published.

use groundplan::catalog::{Catalog, Confidence, Region};

use super::usd;

/// Figures that can be checked by hand on the pages of AWS and the providers.
pub(super) fn prices(catalog: &Catalog, faults: &mut Vec<String>) {
    use Region::{
        Canada, Frankfurt, Ireland, London, Mumbai, NorthVirginia, Ohio, Oregon, SaoPaulo, Singapore, Sydney, Tokyo,
    };
    let published = [
        ("ec2.t3.micro", NorthVirginia, 0.0104),
        ("ec2.t3.micro", Oregon, 0.0104),
        ("ec2.t3.micro", SaoPaulo, 0.0168),
        ("ec2.t4g.small", NorthVirginia, 0.0168),
        ("ec2.t4g.medium", NorthVirginia, 0.0336),
        ("ec2.t2.micro", NorthVirginia, 0.0116),
        ("ec2.m7g.large", NorthVirginia, 0.0816),
        ("ec2.c7g.large", NorthVirginia, 0.0725),
        ("ec2.cpu-credits.t3", Sydney, 0.05),
        ("ec2.cpu-credits.t4g", Tokyo, 0.04),
        ("ebs.gp3.gb-month", NorthVirginia, 0.08),
        ("ebs.gp3.gb-month", SaoPaulo, 0.152),
        ("alb.hour", NorthVirginia, 0.0225),
        ("alb.hour", SaoPaulo, 0.034),
        ("alb.lcu-hour", SaoPaulo, 0.011),
        ("nat.hour", NorthVirginia, 0.045),
        ("nat.gb", Ireland, 0.048),
        ("nat.gb", Tokyo, 0.062),
        ("public-ipv4.hour", Mumbai, 0.005),
        ("ec2.dto.first-10tb", NorthVirginia, 0.09),
        ("ec2.dto.first-10tb", Mumbai, 0.1093),
        ("inter-az.gb", Frankfurt, 0.01),
        ("s3.standard.gb-month", NorthVirginia, 0.023),
        ("efs.storage.standard", NorthVirginia, 0.3),
        ("efs.throughput.provisioned", NorthVirginia, 6.0),
        ("efs.throughput.elastic-read", Frankfurt, 0.04),
        ("rds.mysql.db.t4g.medium.single-az", NorthVirginia, 0.065),
        ("rds.mysql.db.t4g.medium.multi-az", SaoPaulo, 0.275),
        ("aurora.db.t4g.medium", NorthVirginia, 0.073),
        ("aurora.db.r6g.large", NorthVirginia, 0.26),
        ("aurora.serverless-v2.acu-hour", NorthVirginia, 0.12),
        ("elasticache.cache.t4g.micro.valkey", NorthVirginia, 0.0128),
        ("elasticache.cache.t4g.micro.redis", NorthVirginia, 0.016),
        ("cloudfront.dto.us.first-10tb", Tokyo, 0.085),
        ("cloudfront.https.south-america.10k", SaoPaulo, 0.022),
        ("cloudfront.flat-rate.pro", Ireland, 15.0),
        ("route53.zone", Ireland, 0.5),
        ("lightsail.linux.nano", Ireland, 5.0),
        ("lightsail.db.micro.ha", Tokyo, 30.0),
        ("ec2.t4g.small", London, 0.0188),
        ("ec2.t4g.small", Ohio, 0.0168),
        ("ec2.m9g.large", NorthVirginia, 0.09784),
        ("rds.mysql.db.t4g.micro.multi-az", Canada, 0.035),
        ("alb.hour", Singapore, 0.0252),
        ("efs.throughput.elastic-read", SaoPaulo, 0.06),
        ("aurora.db.t4g.medium", Frankfurt, 0.085),
        ("fargate.linux-arm.vcpu-hour", NorthVirginia, 0.03238),
        ("fargate.linux-x86.gb-hour", NorthVirginia, 0.004445),
        ("lightsail.lb.month", London, 18.0),
        ("waf.rule.month", Singapore, 1.0),
        ("secretsmanager.secret.month", Canada, 0.4),
        ("cloudflare.pro", London, 25.0),
        ("managed.kinsta.single-35k", London, 35.0),
        ("managed.wp-engine.visits-overage.1k", London, 2.0),
        ("do.droplet.s-2vcpu-4gb", Ireland, 24.0),
        ("linode.g6-standard-2", Ireland, 24.0),
        ("vultr.vc2-2c-4gb", Ireland, 20.0),
    ];
    for (sku, region, expected) in published {
        let found = usd(catalog, sku, region);
        if found != Some(expected) {
            faults.push(format!("{sku} in {} is {found:?}, not {expected}", region.code()));
        }
    }
}

/// Where sources disagreed, the choice that was made and why is in assets/catalog/README.md.
pub(super) fn settled_conflicts(catalog: &Catalog, faults: &mut Vec<String>) {
    use Region::{Frankfurt, Ireland, Mumbai, NorthVirginia, SaoPaulo, Sydney, Tokyo};
    let settled = [
        ("ec2.m7g.large", Sydney, 0.102, Confidence::High),
        ("efs.storage.ia", NorthVirginia, 0.025, Confidence::High),
        ("efs.storage.ia-et", NorthVirginia, 0.016, Confidence::High),
        ("efs.storage.archive", NorthVirginia, 0.008, Confidence::High),
        ("aurora.storage.io-optimized.gb-month", NorthVirginia, 0.225, Confidence::High),
        ("aurora.serverless-v2.io-optimized.acu-hour", NorthVirginia, 0.16, Confidence::High),
        ("s3.standard.gb-month", Ireland, 0.023, Confidence::High),
        ("s3.standard.gb-month", Frankfurt, 0.0245, Confidence::High),
        ("nat.gb", SaoPaulo, 0.093, Confidence::High),
        ("nat.hour", Mumbai, 0.056, Confidence::High),
        ("nat.gb", Mumbai, 0.056, Confidence::High),
        ("lightsail.db.micro.standard", Tokyo, 15.0, Confidence::High),
    ];
    for (sku, region, expected, confidence) in settled {
        let found = catalog.price(sku, region).ok().map(|price| (price.usd.value(), price.confidence));
        if found != Some((expected, confidence)) {
            faults.push(format!("{sku} in {} is {found:?}", region.code()));
        }
    }
}

/// The refund thresholds as AWS publishes them.
pub(super) fn promises(catalog: &Catalog, faults: &mut Vec<String>) {
    let promised = |id: &str| catalog.promise(id).map(|promise| promise.availability);
    let published = [
        ("ec2.instance", 99.5),
        ("ec2.region", 99.99),
        ("alb.multi-az", 99.99),
        ("efs.regional", 99.99),
        ("efs.one-zone", 99.9),
        ("rds.multi-az", 99.95),
        ("rds.single-az", 99.5),
        ("aurora.multi-az", 99.99),
        ("aurora.single-az", 99.9),
        ("route53", 100.0),
    ];
    for (id, percent) in published {
        let found = promised(id).map(|availability| availability.as_percent());
        if found.is_none_or(|found| (found - percent).abs() >= 1e-9) {
            faults.push(format!("{id} promises {found:?}, not {percent}"));
        }
    }
    let [nfs, server, volume] = ["nfs.self-hosted", "ec2.instance", "ebs.volume"].map(promised).map(Option::unwrap);
    if (server.of(volume).value() - nfs.value()).abs() >= 1e-6 {
        faults.push(format!("a file server of one's own promises {nfs}"));
    }
}

pub(super) fn halved_transfer(catalog: &Catalog, faults: &mut Vec<String>) {
    let small = catalog.bundles().iter().find(|bundle| bundle.name == "small").unwrap();
    for (region, expected) in [(Region::Frankfurt, 3072.0), (Region::SaoPaulo, 1536.0)] {
        if small.transfer(region).value() != expected {
            faults.push(format!("{} in {}", small.transfer(region).value(), region.code()));
        }
    }
}
