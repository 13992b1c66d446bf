/** Systems that nobody here wrote, started for the tests of the profile {@code real}. */
package io.graceway.real;
