package io.graceway.soap;

import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.soap.SOAPMessage;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;

/**
 * Takes an answer only when its body and its time are signed by just the pinned certificate. A certificate that the
 * pinned one has signed is another one.
 */
final class SignedAnswer extends AbstractSoapInterceptor {

    private final X509Certificate pinned;
    private final DefaultCryptoCoverageChecker parts = new DefaultCryptoCoverageChecker();

    SignedAnswer(X509Certificate pinned) {
        super(Phase.PRE_PROTOCOL);
        addAfter(WSS4JInInterceptor.class.getName());
        this.pinned = pinned;
        parts.setSignBody(true);
        parts.setSignTimestamp(true);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        List<WSSecurityEngineResult> signatures = signatures(message);
        if (signatures.isEmpty()) {
            // That a service does not take our own security tells nothing that one would have to believe.
            if (!Unbelieved.isOfSecurity(faultCode(message))) {
                throw unsigned();
            }
            return;
        }
        if (!signatures.stream().allMatch(one -> pinned.equals(one.get(
                WSSecurityEngineResult.TAG_X509_CERTIFICATE)))) {
            throw new Fault(new Unbelieved(Unbelieved.Why.FOREIGN, "signed by another"));
        }
        try {
            parts.handleMessage(message);
        } catch (SoapFault e) {
            throw unsigned();
        }
    }

    private static Fault unsigned() {
        return new Fault(new Unbelieved(Unbelieved.Why.UNSIGNED, "not signed"));
    }

    private static List<WSSecurityEngineResult> signatures(SoapMessage message) {
        List<WSHandlerResult> results = CastUtils.cast((List<?>) message.get(WSHandlerConstants.RECV_RESULTS));
        return results == null ? List.of() : results.stream().flatMap(one -> one.getActionResults()
                .getOrDefault(WSConstants.SIGN, List.of()).stream()).toList();
    }

    private static String faultCode(SoapMessage message) {
        try {
            SOAPMessage read = message.getContent(SOAPMessage.class);
            SOAPFault fault = read == null ? null : read.getSOAPBody().getFault();
            return fault == null || fault.getFaultCodeAsQName() == null ? ""
                    : fault.getFaultCodeAsQName().getLocalPart();
        } catch (SOAPException e) {
            return "";
        }
    }
}
