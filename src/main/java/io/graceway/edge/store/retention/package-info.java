/** Where personal data of accounts lies in the store, what keeps it, and its removal. */
package io.graceway.edge.store.retention;
