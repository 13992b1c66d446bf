/** A season to play: two source systems, their customers and three agencies, all made up and all deterministic. */
package io.graceway.simulator.season;
