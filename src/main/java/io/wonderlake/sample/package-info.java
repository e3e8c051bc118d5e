/// The practice lake: invented raw data that is the same on every computer, with planted defects whose counts are known, and the contracts,
/// models, pipelines and queries that belong to it. A row depends on nothing but its table and its number, so any row can be made again alone.
/// Knows no engine, no command and no window.
package io.wonderlake.sample;
