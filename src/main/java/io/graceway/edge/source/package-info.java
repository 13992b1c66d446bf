/** Source systems are read and written: sets of files, databases, SOAP services and JSON over HTTP. */
package io.graceway.edge.source;
