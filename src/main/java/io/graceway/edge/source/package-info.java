/** Source systems are read and written: sets of files, databases and SOAP services. */
package io.graceway.edge.source;
