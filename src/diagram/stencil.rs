//! What things are called in draw.io: the style strings of its AWS library, which brings the official icons along.
//!
//! Names and colours as in jgraph/drawio, `src/main/webapp/js/diagramly/sidebar/Sidebar-AWS4.js` (commit 00314959).

use super::picture::GroupKind;
use crate::architecture::{DatabasePart, Path, Service, Tier};

const COMPUTE: &str = "#ED7100";
const STORAGE: &str = "#7AA116";
const DATABASE: &str = "#C925D1";
const NETWORK: &str = "#8C4FFF";
const GENERAL: &str = "#232F3D";

/// An icon of the library.
enum Stencil {
    /// The square tile of a service, filled with the colour of its category.
    Tile(&'static str, &'static str),
    /// The outline of a resource in the colour of its category.
    Resource(&'static str, &'static str),
}

/// The style of the icon of a service.
pub(super) fn icon(service: &Service) -> String {
    match stencil(service) {
        Stencil::Tile(name, fill) => format!(
            "sketch=0;outlineConnect=0;fontColor=#232F3E;fillColor={fill};strokeColor=#ffffff;dashed=0;\
             verticalLabelPosition=bottom;verticalAlign=top;align=center;html=1;fontSize=12;fontStyle=0;aspect=fixed;\
             shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.{name};part=1;"
        ),
        Stencil::Resource(name, fill) => format!(
            "sketch=0;outlineConnect=0;fontColor=#232F3E;gradientColor=none;fillColor={fill};strokeColor=none;dashed=0;\
             verticalLabelPosition=bottom;verticalAlign=top;align=center;html=1;fontSize=12;fontStyle=0;aspect=fixed;\
             pointerEvents=1;shape=mxgraph.aws4.{name};part=1;"
        ),
    }
}

const fn stencil(service: &Service) -> Stencil {
    use Stencil::{Resource, Tile};
    match service {
        Service::Readers => Resource("users", GENERAL),
        Service::Dns => Tile("route_53", NETWORK),
        Service::Cdn(_) => Tile("cloudfront", NETWORK),
        Service::OtherCdn(_) => Resource("internet_alt2", GENERAL),
        Service::ObjectStore => Tile("s3", STORAGE),
        Service::InternetGateway => Resource("internet_gateway", NETWORK),
        Service::LoadBalancer => Resource("application_load_balancer", NETWORK),
        Service::LightsailBalancer => Resource("network_load_balancer", NETWORK),
        Service::NatGateway => Resource("nat_gateway", NETWORK),
        Service::NatInstance(_) => Resource("instance2", COMPUTE),
        Service::WebServers(_) => Tile("ec2", COMPUTE),
        Service::Tasks(_) => Tile("fargate", COMPUTE),
        Service::NfsServer(_) | Service::GlusterBrick(_) | Service::Server(_) | Service::ManagedHost(_) => {
            Resource("traditional_server", GENERAL)
        }
        Service::Bastion(_) | Service::Staging(_) | Service::MachineImage => Resource("instance2", COMPUTE),
        Service::Lightsail(_) => Tile("lightsail", COMPUTE),
        Service::LightsailDatabase(..) => Resource("db_on_instance2", COMPUTE),
        Service::SharedFiles(_) => Tile("elastic_file_system", STORAGE),
        Service::MountTarget => Resource("elastic_file_system_standard", STORAGE),
        Service::Aurora(_) => Tile("aurora", DATABASE),
        Service::Rds(database) => match database.part {
            DatabasePart::Standby => Resource("rds_multi_az", DATABASE),
            DatabasePart::Writer | DatabasePart::Reader => Tile("rds", DATABASE),
        },
        Service::CacheNode(_) => Tile("elasticache", DATABASE),
        Service::Repository => Resource("git_repository", GENERAL),
        Service::Pipeline => Tile("codepipeline", DATABASE),
        Service::Build => Tile("codebuild", DATABASE),
        Service::Backup => Resource("bucket_with_objects", STORAGE),
    }
}

/// The style of a group.
pub(super) fn group(kind: GroupKind) -> String {
    let nested = |icon: &str, rest: &str| {
        format!(
            "points=[[0,0],[0.25,0],[0.5,0],[0.75,0],[1,0],[1,0.25],[1,0.5],[1,0.75],[1,1],[0.75,1],[0.5,1],[0.25,1],\
             [0,1],[0,0.75],[0,0.5],[0,0.25]];outlineConnect=0;gradientColor=none;html=1;whiteSpace=wrap;fontSize=12;\
             fontStyle=0;container=1;pointerEvents=0;collapsible=0;recursiveResize=0;shape=mxgraph.aws4.{icon};{rest}"
        )
    };
    let plain = |colour: &str, rest: &str| {
        format!(
            "fillColor=none;strokeColor={colour};{rest}verticalAlign=top;align=left;spacingLeft=8;fontStyle=0;\
             fontColor={colour};whiteSpace=wrap;html=1;fontSize=12;container=1;pointerEvents=0;collapsible=0;\
             recursiveResize=0;"
        )
    };
    match kind {
        GroupKind::Cloud => nested(
            "group",
            "grIcon=mxgraph.aws4.group_aws_cloud_alt;strokeColor=#232F3E;fillColor=none;verticalAlign=top;align=left;\
             spacingLeft=30;fontColor=#232F3E;dashed=0;",
        ),
        GroupKind::Region => nested(
            "group",
            "grIcon=mxgraph.aws4.group_region;strokeColor=#00A4A6;fillColor=none;verticalAlign=top;align=left;\
             spacingLeft=30;fontColor=#147EBA;dashed=1;",
        ),
        GroupKind::Vpc => nested(
            "group",
            "grIcon=mxgraph.aws4.group_vpc2;strokeColor=#8C4FFF;fillColor=none;verticalAlign=top;align=left;\
             spacingLeft=30;fontColor=#232F3E;dashed=0;",
        ),
        GroupKind::Zone(_) => plain("#147EBA", "dashed=1;"),
        GroupKind::Subnet(_, Tier::Public | Tier::Open) => nested(
            "group",
            "grIcon=mxgraph.aws4.group_security_group;grStroke=0;strokeColor=#7AA116;fillColor=#F2F6E8;\
             verticalAlign=top;align=left;spacingLeft=30;fontColor=#248814;dashed=0;",
        ),
        GroupKind::Subnet(_, Tier::App | Tier::Data) => nested(
            "group",
            "grIcon=mxgraph.aws4.group_security_group;grStroke=0;strokeColor=#00A4A6;fillColor=#E6F6F7;\
             verticalAlign=top;align=left;spacingLeft=30;fontColor=#147EBA;dashed=0;",
        ),
        GroupKind::AutoScaling => nested(
            "groupCenter",
            "grIcon=mxgraph.aws4.group_auto_scaling_group;grStroke=1;strokeColor=#D86613;fillColor=none;\
             verticalAlign=top;align=center;fontColor=#D86613;dashed=1;spacingTop=25;",
        ),
        GroupKind::Lightsail => plain("#D86613", "dashed=0;"),
        GroupKind::Deployment | GroupKind::Provider => plain("#5A6C86", "dashed=1;"),
    }
}

/// The style of the card around an icon and its name: it holds both together and is what lines are tied to.
pub(super) const CARD: &str = "rounded=1;absoluteArcSize=1;arcSize=10;whiteSpace=wrap;html=1;fillColor=#FFFFFF;\
    strokeColor=#8A95A1;fontColor=#232F3E;fontSize=13;container=1;collapsible=0;recursiveResize=0;expand=0;";

/// The style of a numbered circle.
pub(super) const CALLOUT: &str = "rounded=1;arcSize=50;html=1;fillColor=#1B2530;strokeColor=#FFFFFF;fontColor=#FFFFFF;fontStyle=1;\
    fontSize=12;spacing=0;part=1;";

/// The style of plain words.
pub(super) const WORDS: &str = "text;html=1;align=left;verticalAlign=middle;fontColor=#566270;fontSize=13;spacing=0;";

/// The style of a line: what tells the kinds apart on the picture.
pub(super) fn line(path: Path) -> String {
    let rest = match path {
        Path::Request => "strokeColor=#0B4FB3;strokeWidth=2;",
        Path::Data => "strokeColor=#46525F;strokeWidth=1.5;",
        Path::Replication => "strokeColor=#9C1AA3;strokeWidth=1.5;dashed=1;dashPattern=7 4;",
        Path::Admin => "strokeColor=#6A7580;strokeWidth=1.5;dashed=1;dashPattern=2 3;",
        Path::Deploy => "strokeColor=#B0105F;strokeWidth=1.5;dashed=1;dashPattern=9 3 2 3;",
    };
    format!(
        "edgeStyle=orthogonalEdgeStyle;html=1;endArrow=open;elbow=vertical;startArrow=none;endFill=0;rounded=1;\
         fontColor=#566270;fontSize=13;labelBackgroundColor=none;{rest}"
    )
}
