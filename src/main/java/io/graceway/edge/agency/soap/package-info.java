/** An agency's mailbox over SOAP, as {@code wsdl/file-tray.wsdl} lays down. */
package io.graceway.edge.agency.soap;
