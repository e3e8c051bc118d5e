/// The objects of a lake on S3, or on a store that speaks its protocol. Nothing else knows the S3 client.
///
/// A transfer is made of requests that may each be repeated; what a killed process left of one is found again in the folder of unfinished uploads.
package io.wonderlake.lake.s3;
