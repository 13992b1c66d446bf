/** Everything about one account on one page: what happened, what is to come, and by which rule. */
package io.graceway.face.console.account;
