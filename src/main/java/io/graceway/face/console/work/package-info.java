/** What people do in the console: each deed asks for what it needs, happens once, and stands in the routing log. */
package io.graceway.face.console.work;
