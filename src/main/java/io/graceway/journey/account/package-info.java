/** The nouns every stage shares: numbers that are text, money that is exact, places, people, days. */
package io.graceway.journey.account;
