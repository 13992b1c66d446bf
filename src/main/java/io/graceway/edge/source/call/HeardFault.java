package io.graceway.edge.source.call;

import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.ClientFaultConverter;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Tells a fault that the service has sent from one that only our own reading of its answer made up. */
final class HeardFault extends AbstractPhaseInterceptor<Message> {

    private final Faults faults;

    HeardFault(Faults faults) {
        super(Phase.UNMARSHAL);
        addAfter(ClientFaultConverter.class.getName());
        this.faults = faults;
    }

    /** A fault of the contract's own was made a {@code ReceivablesRefusal} before. */
    @Override
    public void handleMessage(Message message) {
        if (message.getContent(Exception.class) instanceof SoapFault heard) {
            message.setContent(Exception.class, new Fault(new Troubled(faults.heard(heard))));
        }
    }
}
