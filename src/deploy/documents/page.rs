//! A Markdown document.

/// A document as it grows.
#[derive(Default)]
pub(super) struct Page {
    pub(super) text: String,
}

impl Page {
    pub(super) fn titled(title: &str) -> Self {
        Self { text: format!("# {title}\n") }
    }

    pub(super) fn heading(&mut self, title: &str) {
        self.text.push_str(&format!("\n## {title}\n"));
    }

    pub(super) fn say(&mut self, paragraph: &str) {
        self.text.push_str(&format!("\n{paragraph}\n"));
    }

    pub(super) fn list<T: AsRef<str>>(&mut self, items: impl IntoIterator<Item = T>) {
        self.text.push('\n');
        for item in items {
            self.text.push_str(&format!("- {}\n", item.as_ref()));
        }
    }

    pub(super) fn code(&mut self, lines: &str) {
        self.text.push_str(&format!("\n```bash\n{}\n```\n", lines.trim_end()));
    }

    pub(super) fn table<const N: usize>(&mut self, head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) {
        self.text.push_str(&format!("\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(N)));
        for row in rows {
            self.text.push_str(&format!("| {} |\n", row.join(" | ")));
        }
    }
}
