/** Calls to a source system: over SOAP, as {@code wsdl/receivables.wsdl} lays down, and what all callers share. */
package io.graceway.edge.source.call;
