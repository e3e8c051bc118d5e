/// Runs of an AWS account: executions of Step Functions, runs of Glue jobs and crawls, each as pipelines of their own kind in one list,
/// with their logs from CloudWatch.
package io.wonderlake.pipeline.aws;
