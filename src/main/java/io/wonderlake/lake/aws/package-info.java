/// One AWS account as a lake profile names it: credentials, clients, and its refusals in plain words. What is asked of the services stands in
/// the packages of the adapters.
package io.wonderlake.lake.aws;
