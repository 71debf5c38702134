//! Answers about the site itself.

use super::choice::choices;

choices! {
    /// What the site is, which says how much of it a page cache can serve.
    SiteKind {
        /// A few pages about a company or a person.
        Brochure = "brochure", "Brochure or company site";
        /// Articles, mostly read by people who are not logged in.
        Blog = "blog", "Blog or magazine";
        /// Many articles a day, read in spikes.
        News = "news", "News site";
        /// WooCommerce: carts and checkouts bypass the page cache.
        Shop = "shop", "Shop (WooCommerce)";
        /// Most readers are logged in: courses, forums, subscriptions.
        Membership = "membership", "Membership, courses or forum";
    }
}

choices! {
    /// How the traffic of a week is shaped.
    Peaks {
        /// Day and night, nothing else.
        Steady = "steady", "Steady, day and night";
        /// Most of it on working days between nine and five.
        OfficeHours = "office", "Office hours on working days";
        /// Newsletters and campaigns: known days, known hours.
        Campaigns = "campaigns", "Campaigns and newsletters";
        /// Press, television, social media: unannounced and steep.
        Viral = "viral", "Goes viral without warning";
    }
}

choices! {
    /// Where most readers are; it decides the price of CloudFront data transfer out.
    Readers {
        /// United States, Canada and Mexico.
        NorthAmerica = "north-america", "North America";
        /// Europe and Israel.
        Europe = "europe", "Europe";
        /// Hong Kong, Indonesia, Singapore, South Korea, Taiwan, Thailand and neighbours.
        AsiaPacific = "asia-pacific", "Asia Pacific";
        /// Australia and New Zealand.
        Australia = "australia", "Australia and New Zealand";
        /// India.
        India = "india", "India";
        /// Japan.
        Japan = "japan", "Japan";
        /// South America.
        SouthAmerica = "south-america", "South America";
        /// South Africa, Kenya and the Middle East.
        MiddleEastAfrica = "middle-east-africa", "Middle East and Africa";
    }
}

choices! {
    /// How pages are built, which sets the CPU time of an uncached page.
    Theme {
        /// A classic PHP theme.
        Classic = "classic", "Classic theme";
        /// A block theme (full site editing).
        Block = "block", "Block theme";
        /// A page builder such as Elementor or Divi.
        Builder = "builder", "Page builder (Elementor, Divi)";
    }
}
