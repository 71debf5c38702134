//! Groundplan: an architecture advisor for WordPress on AWS.
