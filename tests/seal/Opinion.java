import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** What PDFBox and Bouncy Castle say of a sealed file: java Opinion.java FILE ROOT [WORDS]. */
public class Opinion {
    public static void main(String[] given) throws Exception {
        byte[] file = Files.readAllBytes(new File(given[0]).toPath());
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate root;
        try (FileInputStream in = new FileInputStream(given[1])) {
            root = (X509Certificate) factory.generateCertificate(in);
        }
        try (PDDocument document = PDDocument.load(file, given.length > 2 ? given[2] : "")) {
            System.out.println("opened, pages: " + document.getNumberOfPages());
            System.out.println("signatures: " + document.getSignatureDictionaries().size());
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            boolean whole = range[0] == 0 && range[2] + range[3] == file.length;
            System.out.println("whole file covered: " + whole);
            CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(signature.getSignedContent(file)),
                signature.getContents(file));
            SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder holder = (X509CertificateHolder)
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
            X509Certificate device = (X509Certificate) factory.generateCertificate(
                new ByteArrayInputStream(holder.getEncoded()));
            device.verify(root.getPublicKey());
            System.out.println("certificate stands under the root: true");
            System.out.println("signature holds: "
                + signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(device)));
        }
    }
}
