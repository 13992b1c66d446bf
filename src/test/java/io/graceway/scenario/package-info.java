/** Whole seasons against the real gateway over real SMTP, SFTP, HTTP and SQL. */
package io.graceway.scenario;
