/// The engine for a Redshift warehouse, provisioned or serverless: its driver, its logins, its own schemas, and what it refuses in plain
/// words. Changes something only when a statement is unlocked and the lake's profile allows it.
package io.wonderlake.engine.redshift;
