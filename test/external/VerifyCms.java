import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Store;

/**
 * BouncyCastle's opinion on CMS files. Argument: a list with one file a line, as path, path of the content, and `attached` or
 * `detached`, with tabs between. Prints a line for each: `accepted`, signers, counter-signers; or `refused` and why.
 */
class VerifyCms {
  static class Refused extends Exception {
    Refused(String why) {
      super(why);
    }
  }

  public static void main(String[] arguments) throws Exception {
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] fields = line.split("\t");
      System.out.println(opinion(fields[0], fields[1], fields[2].equals("detached")));
    }
  }

  static String opinion(String file, String contentFile, boolean detached) {
    try {
      byte[] content = Files.readAllBytes(Path.of(contentFile));
      byte[] encoded = Files.readAllBytes(Path.of(file));
      CMSSignedData cms = detached
          ? new CMSSignedData(new CMSProcessableByteArray(content), encoded)
          : new CMSSignedData(encoded);
      if (!detached && !Arrays.equals(content, (byte[]) cms.getSignedContent().getContent())) {
        throw new Refused("the content is another one");
      }
      SignerInformationStore signers = cms.getSignerInfos();
      int counterSigners = 0;
      for (SignerInformation signer : signers) {
        counterSigners += verify(signer, cms.getCertificates());
      }
      return "accepted\t" + signers.size() + "\t" + counterSigners;
    } catch (Exception refusal) {
      return "refused\t" + refusal.getMessage();
    }
  }

  /** Verifies a signer and those who counter-signed it, and counts these. */
  static int verify(SignerInformation signer, Store<X509CertificateHolder> certificates) throws Exception {
    Collection<X509CertificateHolder> named = certificates.getMatches(signer.getSID());
    if (named.size() != 1) throw new Refused(named.size() + " certificates of the signer");
    // Puts the signed attributes in the order of DER before it verifies (X.690 11.6): openssl takes them in any.
    boolean holds = signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
        .setProvider(new BouncyCastleProvider()).build(named.iterator().next()));
    if (!holds) throw new Refused("a signature does not hold");
    int counterSigners = 0;
    for (SignerInformation counterSigner : signer.getCounterSignatures()) {
      counterSigners += 1 + verify(counterSigner, certificates);
    }
    return counterSigners;
  }
}
