/** Calls to a source system that speaks SOAP, as the contract in {@code wsdl/receivables.wsdl} lays down. */
package io.graceway.edge.source.call;
