/** Puts the parts together with Spring Boot; nobody imports it. */
package io.graceway.wiring;
