/** A source system's own database, read page by page and written one account at a time. */
package io.graceway.edge.source.sql;
