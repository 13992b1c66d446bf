/** Every route as it stands in {@code routes/}, run with beans that only write down what they are asked. */
package io.graceway.routes;
