/**
 * Events that partners are told over HTTPS by the Standard Webhooks convention: which there are, how each is signed,
 * when it is tried again.
 */
package io.graceway.journey.writeback.hook;
