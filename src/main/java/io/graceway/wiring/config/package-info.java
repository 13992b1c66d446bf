/** The partner configuration as it stands in files, bound after its schemas were checked. */
package io.graceway.wiring.config;
