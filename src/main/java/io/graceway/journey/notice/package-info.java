/** Nobody is placed unwarned: the placement notice, its delivery, the answer, the last chance. */
package io.graceway.journey.notice;
