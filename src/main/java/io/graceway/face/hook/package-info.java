/** Where billing systems say that something is new: proved by a secret, and then only a reason to look. */
package io.graceway.face.hook;
