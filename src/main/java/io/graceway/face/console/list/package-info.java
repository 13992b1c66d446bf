/** The console's tables: one page and one export for all of them, however they are filtered, page by page. */
package io.graceway.face.console.list;
