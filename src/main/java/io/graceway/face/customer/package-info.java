/** The page behind a customer's personal link: what the notice is about, and one form to answer it. */
package io.graceway.face.customer;
