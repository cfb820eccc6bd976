//! The few commands of WebDriver (<https://www.w3.org/TR/webdriver2/>) that driving one window takes.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// No single command takes longer than this.
const DEADLINE: Duration = Duration::from_secs(30);
/// Name of the field that holds a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session: one window.
pub struct Session {
    agent: Agent,
    address: String,
}

impl Session {
    /// Lets the driver at this port open the window that `capabilities` describe.
    pub fn begin(port: u16, capabilities: &Value) -> Result<Self> {
        let agent =
            Agent::config_builder().timeout_global(Some(DEADLINE)).http_status_as_error(false).build();
        let mut session = Self { agent: agent.into(), address: format!("http://127.0.0.1:{port}/session") };
        let opened = session.post("", &json!({"capabilities": {"alwaysMatch": capabilities}}))?;
        let id = opened.get("sessionId").and_then(Value::as_str).context("the driver names no session")?;
        session.address = format!("{}/{id}", session.address);
        Ok(session)
    }

    /// Runs a script in the page: the body of a function, which finds `arguments` and may return something.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// The same, but the result is what the script hands to its last argument, a function.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/async", &json!({"script": script, "args": arguments}))
    }

    /// Clicks the first element that a CSS selector finds, with a pointer.
    pub fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector)?;
        self.post(&format!("/element/{element}/click"), &json!({})).map(drop)
    }

    /// Types on a keyboard while the first element that a CSS selector finds has the focus.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.find(selector)?;
        self.post(&format!("/element/{element}/value"), &json!({"text": text})).map(drop)
    }

    fn find(&self, selector: &str) -> Result<String> {
        let found = self.post("/element", &json!({"using": "css selector", "value": selector}))?;
        let element = found.get(ELEMENT).and_then(Value::as_str).context("the driver names no element")?;
        Ok(element.to_owned())
    }

    /// Loads the page anew.
    pub fn refresh(&self) -> Result<()> {
        self.post("/refresh", &json!({})).map(drop)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let mut answer = self.agent.post(format!("{}{command}", self.address)).send_json(body)?;
        let ok = answer.status().is_success();
        let mut answer: Value = answer.body_mut().read_json()?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        if !ok {
            let say = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
            bail!("{}: {}", say("error"), say("message"));
        }
        Ok(value)
    }
}
