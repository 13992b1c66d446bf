/** One box that takes any number, name of a file, digest, amount or day. */
package io.graceway.face.console.search;
