/** The console's rooms, in which people mostly read: agencies, sources, reasons, and what notices came to. */
package io.graceway.face.console.room;
