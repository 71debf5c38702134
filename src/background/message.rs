use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{order::Order, task::Told};
use crate::{questionnaire::Replay, traffic_log::Traffic};

/// What the page sends to a worker. Files go beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Begin with an order, under a number.
    Begin(u32, Order),
    /// Read the logs that come with it, under a number.
    Read(u32),
    /// Nobody waits for this number any more.
    Cancel(u32),
}

/// What a worker sends to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It listens. What is sent before is lost.
    Ready,
    /// What has come of an order so far.
    Told(u32, Box<Told>),
    /// How far the reading of logs is.
    Progress(u32, Progress),
    /// The logs have been read.
    Read(u32, Box<LogsRead>),
    /// This file could not be read.
    Unread(u32, String),
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes read, of all files.
    pub read: f64,
    /// Bytes there are.
    pub total: f64,
    /// Seconds it has taken.
    pub seconds: f64,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogsRead {
    /// What the logs say.
    pub traffic: Traffic,
    /// A week of them, to be lived through again.
    pub replay: Option<Replay>,
    /// What sites said of themselves.
    pub probes: Vec<String>,
}

/// A message as bytes. Nothing that is sent has a type that cannot be written.
pub fn written<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes; none where they are of something else.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
