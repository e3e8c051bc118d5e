package io.wonderlake.lake.aws;

/// As whom AWS knows the one who asks.
///
/// @param account number of the account
/// @param arn name of the user or of the session of a role
public record Identity(String account, String arn) { }
