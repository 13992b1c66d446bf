package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.window.WindowMailbox;
import java.util.function.Consumer;

/** An agency's mailbox that is a file tray on its server, asked over SOAP. */
public final class SoapMailbox extends WindowMailbox {

    /**
     * @param terms      where and as whom; content adds one second to the wait for every 32 KiB
     * @param watchdog   ends what takes longer
     * @param passedOver told at every listing of each file that is left where it lies because of its name
     */
    public SoapMailbox(SoapTerms terms, Watchdog watchdog, Consumer<PassedOver> passedOver) {
        super(new SoapWindow(terms, watchdog), passedOver);
    }
}
