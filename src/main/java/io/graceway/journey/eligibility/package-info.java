/** Whether an account may leave the house on a day: the in-house window, the efforts made, the holds, the law. */
package io.graceway.journey.eligibility;
