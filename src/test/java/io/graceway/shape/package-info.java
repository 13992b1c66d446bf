/** What holds for the whole tree: who may import whom, how large things may become, which words do not occur. */
package io.graceway.shape;
