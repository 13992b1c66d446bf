/** Contracts of interfaces that we serve: the OpenAPI file, and what of a request does not fit it. */
package io.graceway.edge.document.contract;
