/** Source systems that speak JSON over HTTP, called as their file says and never otherwise. */
package io.graceway.edge.source.rest;
