package io.graceway.face.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is shown where there is no page: to the house what went wrong, to everybody else a text that tells nothing. */
@RestController
public final class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** A page for a request that cannot be answered with that status. */
    public interface Sorry {

        ResponseEntity<String> page(HttpServletRequest request, String path, int status);
    }

    private final Hosts hosts;
    private final Sorry customers;
    private final Sorry agencies;
    private final Sorry house;

    public ErrorPages(Hosts hosts, Sorry customers, Sorry agencies, Sorry house) {
        this.hosts = hosts;
        this.customers = customers;
        this.agencies = agencies;
        this.house = house;
    }

    /** Reached by the container only; whoever asks for it by name finds nothing. */
    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        int shown = status == null ? 404 : status;
        if (shown >= 500) {
            // The path of an answer page is a customer's secret.
            LOG.error("GW-WEB-010: a page under {} failed: {}", path.startsWith("/answer") ? "/answer/" : path,
                    Places.of((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)));
        }
        String host = request.getServerName();
        boolean refused = request.getAttribute(Gate.REFUSED) != null;
        Sorry sorry = hosts.areAgencies(host, path) ? agencies : !refused && hosts.isHouse(host, path) ? house
                : customers;
        return sorry.page(request, path, shown);
    }
}
