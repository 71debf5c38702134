//! How money is counted and shown.

use super::choice::choices;

choices! {
    /// Whether hours of human work are part of the monthly total.
    WorkInTotal {
        /// Infrastructure and people together.
        Counted = "yes", "Yes, count people's hours";
        /// Infrastructure alone.
        Apart = "no", "No, show them apart";
    }
}

choices! {
    /// The currency amounts are shown in. Prices are USD list prices; the exchange rate is the reader's to set.
    Currency {
        /// US dollar.
        Usd = "usd", "US dollar";
        /// Euro.
        Eur = "eur", "Euro";
        /// Pound sterling.
        Gbp = "gbp", "Pound sterling";
        /// Swiss franc.
        Chf = "chf", "Swiss franc";
        /// Canadian dollar.
        Cad = "cad", "Canadian dollar";
        /// Australian dollar.
        Aud = "aud", "Australian dollar";
        /// Indian rupee.
        Inr = "inr", "Indian rupee";
        /// Japanese yen.
        Jpy = "jpy", "Japanese yen";
        /// Brazilian real.
        Brl = "brl", "Brazilian real";
    }
}
