/** YAML files that people write: read with their line numbers, checked against a schema, refused with file and line. */
package io.graceway.edge.document.config;
