package io.graceway.face.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/** What the container says to a request that it cannot even read: the usual headers, and one plain sentence. */
public final class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        Gate.HEADERS.forEach(response::setHeader);
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getReporter().write("The request could not be understood.");
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Whoever asked is gone, and there is nobody else to tell.
            container.getLogger().debug("no error page", e);
        }
    }
}
