/** How a service that speaks SOAP is called, whoever it belongs to. */
package io.graceway.soap;
